/** Code of Terraform. */
import { BACKEND, type Mistake } from './mistake.ts'

const main = 'stacks/one/main.tf'
const code = (text: string, head = BACKEND) => ({ [main]: `${head}\n${text}` })
const thing = 'resource "terraform_data" "this" {\n  input = 1\n}\n'

export const terraform: readonly Mistake[] = [
  {
    mistake: 'a brace that is not closed',
    step: 'provision',
    files: code('resource "terraform_data" "this" {\n'),
  },
  {
    mistake: 'a quote that is not closed',
    step: 'provision',
    files: code('resource "terraform_data" "this {\n}\n'),
  },
  { mistake: 'no backend', step: 'provision', files: code(thing, '') },
  {
    mistake: 'a local backend',
    step: 'provision',
    files: code(thing, 'terraform {\n  backend "local" {}\n}\n'),
  },
  {
    mistake: 'a backend key that is a variable',
    step: 'provision',
    files: code(thing, 'terraform {\n  backend "s3" {\n    key = var.key\n  }\n}\n'),
  },
  {
    mistake: 'a version that nobody has released',
    step: 'provision',
    files: code(thing, 'terraform {\n  required_version = ">= 99"\n  backend "s3" {}\n}\n'),
  },
  {
    mistake: 'a version constraint that is none',
    step: 'provision',
    files: code(thing, 'terraform {\n  required_version = "latest"\n  backend "s3" {}\n}\n'),
  },
  { mistake: 'a version as a word', step: 'provision', inputs: { 'terraform-version': 'newest' } },
  {
    mistake: 'a provider that does not exist',
    step: 'provision',
    files: code(
      thing,
      'terraform {\n  backend "s3" {}\n  required_providers {\n    nothing = {\n      source = "hashicorp/nothing-of-that-name"\n    }\n  }\n}\n',
    ),
  },
  {
    mistake: 'a lock file that does not fit',
    step: 'provision',
    files: {
      ...code(
        'provider "aws" {}\n',
        'terraform {\n  backend "s3" {}\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n',
      ),
      'stacks/one/.terraform.lock.hcl':
        'provider "registry.terraform.io/hashicorp/aws" {\n  version = "0.0.1"\n  hashes = [\n    "h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",\n  ]\n}\n',
    },
  },
  {
    mistake: 'a variable without a value',
    step: 'provision',
    files: code(`variable "size" {\n  type = string\n}\n\n${thing}`),
  },
  {
    mistake: 'a value of another type',
    step: 'provision',
    inputs: { 'var-file': 'dev.tfvars' },
    files: { ...code(`variable "size" {\n  type = number\n}\n\n${thing}`), 'dev.tfvars': 'size = "large"\n' },
  },
  { mistake: 'a file of values that is not there', step: 'provision', inputs: { 'var-file': 'prod.tfvars' } },
  {
    mistake: 'a resource that is not declared',
    step: 'provision',
    files: code('resource "terraform_data" "this" {\n  input = terraform_data.other.id\n}\n'),
  },
  {
    mistake: 'an argument that is misspelt',
    step: 'provision',
    files: code('resource "terraform_data" "this" {\n  inputs = 1\n}\n'),
  },
  { mistake: 'a resource twice', step: 'provision', files: code(thing + thing) },
  {
    mistake: 'a module that is not there',
    step: 'provision',
    files: code('module "network" {\n  source = "../../modules/network"\n}\n'),
  },
  {
    mistake: 'a stack to depend on that is none',
    step: 'provision',
    files: { 'stacks/one/stack.yml': 'depends_on: [network]\n' },
  },
  {
    mistake: 'a misspelt word in stack.yml',
    step: 'provision',
    files: { 'stacks/one/stack.yml': 'depend_on: [network]\n' },
  },
  {
    mistake: 'an exception without a reason',
    step: 'provision',
    files: {
      'stacks/one/stack.yml':
        'allow:\n  - address: terraform_data.this\n    action: delete\n    reason: ok\n',
    },
  },
  {
    mistake: 'arguments for Terraform in the environment',
    step: 'provision',
    env: () => ({ TF_CLI_ARGS_plan: '-refresh=false' }),
  },
  { mistake: 'a destroy that nobody has confirmed', step: 'provision', command: 'destroy' },
  {
    mistake: 'a destroy of what was never applied',
    step: 'provision',
    command: 'destroy',
    inputs: { confirm: 'stacks/one' },
  },
]
